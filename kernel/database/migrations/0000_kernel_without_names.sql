-- Events hold ids only. These were written before.
UPDATE inbox_waiting SET payload = payload - 'name' WHERE type = 'AccountChanged';
UPDATE outbox_waiting SET payload = payload - 'name' WHERE type = 'AccountChanged';
UPDATE parked_event SET payload = payload - 'name' WHERE type = 'AccountChanged';
