/** `saveEntries` → `save-entries`: how a worker's file is named. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
