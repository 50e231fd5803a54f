/** A PostgreSQL address as a URL. It may lack a host, when that is a socket named further on; URLs may not. */
export function parseDatabaseUrl(address: string): URL {
  return new URL(address.replace(/^(postgres(?:ql)?:\/\/(?:[^/@]*@)?)\//, "$1socket/"));
}

export function formatDatabaseUrl(url: URL): string {
  return url.href.replace(/^(postgres(?:ql)?:\/\/(?:[^/@]*@)?)socket\//, "$1/");
}

/** A parameter of the address, of which the driver uses the last. */
export function databaseParameter(url: URL, name: string): string | undefined {
  return url.searchParams.getAll(name).at(-1);
}
