import { type QueryExecutorProvider, sql } from "kysely";

/** What orders films that nobody has rated here: the votes of other sites' users. */
export async function createVoteRatings(database: QueryExecutorProvider): Promise<void> {
  await sql`alter table movie_totals add vote_rating real not null default 0`.execute(database);
  // as before, but for a film's last rating: then its votes count again
  await sql`
    create or replace function subtract_viewer_ratings() returns trigger language plpgsql as $$
    begin
      perform from movie_totals
        where movie_id in (select movie_id from ratings where viewer_id = old.id)
        order by movie_id for update;
      update movie_totals set
        rating_count = rating_count - 1,
        half_star_sum = half_star_sum - ratings.half_stars,
        histogram[ratings.half_stars] = histogram[ratings.half_stars] - 1,
        bayesian_rating = case when rating_count = 1 then vote_rating else
          (prior.mean * prior.weight + (half_star_sum - ratings.half_stars) / 2.0) / (prior.weight + rating_count - 1) end
      from ratings, rating_prior as prior
      where ratings.viewer_id = old.id and movie_totals.movie_id = ratings.movie_id;
      return old;
    end $$`.execute(database);
}
