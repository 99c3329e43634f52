// A fold from two files of ratings whose ids are any texts.
import type { RatingTable, SourceFilms } from "@matinee/datasets";
import type { Dataset } from "@matinee/engines";
import type { Fold } from "./fold.ts";
import { sideInformation } from "./side-information.ts";

/**
 * Items are the films of both tables and of the catalog, users those of both tables, each in the order of their ids
 * (whole numbers by value), so that the fold does not depend on the order of the rows. What the catalog knows of films and
 * users is matched by their ids.
 */
export function foldOfTables(training: RatingTable, tested: RatingTable, catalog?: SourceFilms): Fold {
  const films = new Map(catalog?.movies.map((movie) => [movie.sourceKey, movie]));
  const users = sortedKeys([...training.userKeys, ...tested.userKeys]);
  const items = sortedKeys([...training.movieKeys, ...tested.movieKeys, ...films.keys()]);
  const shared = {
    userCount: users.length,
    itemCount: items.length,
    itemIds: Int32Array.from(items.keys()),
    ...(catalog &&
      sideInformation(
        items.map((key) => films.get(key)),
        users.map((key) => catalog.viewers?.get(key)),
      )),
  };
  const userIndexes = new Map(users.map((key, index) => [key, index]));
  const itemIndexes = new Map(items.map((key, index) => [key, index]));
  const datasetOfTable = (table: RatingTable): Dataset => ({
    ...shared,
    users: renumbered(table.users, table.userKeys, userIndexes),
    items: renumbered(table.movies, table.movieKeys, itemIndexes),
    stars: table.stars,
    ratedAt: table.ratedAt,
  });
  return { training: datasetOfTable(training), tested: datasetOfTable(tested) };
}

function sortedKeys(keys: readonly string[]): string[] {
  const distinct = [...new Set(keys)];
  const areNumbers = distinct.every((key) => /^\d{1,15}$/.test(key));
  return areNumbers ? distinct.sort((a, b) => Number(a) - Number(b)) : distinct.sort();
}

function renumbered(column: Int32Array, keys: readonly string[], indexes: ReadonlyMap<string, number>): Int32Array {
  const places = Int32Array.from(keys, (key) => indexes.get(key)!);
  return column.map((key) => places[key]);
}
