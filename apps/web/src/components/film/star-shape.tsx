/** Five stars in a row, each a tenth of the width on both sides of its middle, so that half of one is a half step. */
export function FiveStars({ className }: { readonly className: string }) {
  return (
    <svg viewBox="0 0 120 24" aria-hidden="true" className={className}>
      {[0, 24, 48, 72, 96].map((left) => (
        <path
          key={left}
          transform={`translate(${left} 0)`}
          strokeWidth={1.5}
          strokeLinejoin="round"
          d="M12 2.6l2.9 6 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5L2.6 9.5l6.5-.9z"
        />
      ))}
    </svg>
  );
}
