-- How many images somebody has uploaded lately.
CREATE INDEX image_uploader ON image (uploader, at);
