/** As Node.js calls what is wrong with the certificate of a server. */
const codes =
  /^(CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT)|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH)/;

/** Why a connection over TLS trusts the server's certificate not, as part of a sentence; nothing for other errors. */
export function certificateProblem(error: unknown): string | undefined {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return `its certificate is for another name (${message})`;
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID")
    return `its certificate is not valid now (${message})`;
  return codes.test(code) ? `its certificate is not of an authority that sslrootcert names (${message})` : undefined;
}
