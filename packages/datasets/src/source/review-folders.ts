/** The folders of the Large Movie Review Dataset that are read: its reviews with a label, and the lists beside them. */
export const reviewFolder = /^(?:[^/]+\/)?(?:train|test)(?:\/(?:pos|neg))?$/;

/** A file of these folders. */
export const reviewFile = /^(?:[^/]+\/)?(?:train|test)\/(?:(?:pos|neg)\/\d+_\d+|urls_(?:pos|neg))\.txt$/;

// These folders belong to the data set around them.
const parts = /^(?:(.*?)\/)??((?:(?:train|test)\/(?:(?:pos|neg)\/)?)?[^/]+)$/;

/** "ml-100k/u.data" → folder and name; "aclImdb/train/pos/0_9.txt" → "aclImdb" and the rest. */
export function splitPath(path: string): { folder: string; name: string } {
  const [, folder = "", name = path] = parts.exec(path) ?? [];
  return { folder, name };
}
