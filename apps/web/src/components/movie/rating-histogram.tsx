import { formatStars } from "../../format/stars.ts";

interface RatingHistogramProps {
  readonly buckets: readonly { readonly stars: number; readonly count: number }[];
}

/** How often each half step was given; as a table for those who do not see the bars. */
export function RatingHistogram({ buckets }: RatingHistogramProps) {
  const most = Math.max(1, ...buckets.map((bucket) => bucket.count));
  return (
    <div className="max-w-72">
      <div aria-hidden="true" className="flex h-20 items-end gap-1">
        {buckets.map(({ stars, count }) => (
          <span
            key={stars}
            title={`${formatStars(stars)}: ${count}`}
            className="min-h-px flex-1 bg-ink"
            style={{ height: `${(count / most) * 100}%` }}
          />
        ))}
      </div>
      <div aria-hidden="true" className="mt-1 flex justify-between text-13 text-quiet">
        <span>½</span>
        <span>5 stars</span>
      </div>
      <table className="sr-only">
        <caption>Ratings by stars</caption>
        <tbody>
          {buckets.map(({ stars, count }) => (
            <tr key={stars}>
              <th scope="row">{formatStars(stars)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
