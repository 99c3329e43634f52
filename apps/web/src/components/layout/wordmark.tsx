import Link from "next/link";

export function Wordmark() {
  return (
    <Link href="/" className="display text-28 font-semibold tracking-tight" aria-label="Matinee, home">
      Matinee
    </Link>
  );
}
