import { type QueryExecutorProvider, sql } from "kysely";

/** What viewers like, as a vector of the films' texts: a partition for each embedder's model. */
export async function createViewerVectors(database: QueryExecutorProvider): Promise<void> {
  // the viewer first in the key: a viewer who goes is found by it
  await sql`
    create table viewer_vectors_384 (
      model_id integer not null references models on delete cascade,
      viewer_id integer not null references viewers on delete cascade,
      viewer_version integer not null,
      is_neighbor boolean not null,
      vector vector(384),
      primary key (viewer_id, model_id),
      check (vector is not null or not is_neighbor)
    ) partition by list (model_id)`.execute(database);
}
