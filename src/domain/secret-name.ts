const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/;
/** Leaves room for a prefix in the 512 characters that Secrets Manager takes (AWS Secrets Manager API reference, CreateSecret). */
const LONGEST = 400;

/** Whether every store of secrets takes this name: a path of plain parts. */
export const isSecretName = (name: string): boolean => name.length <= LONGEST && NAME.test(name);
