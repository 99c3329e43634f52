"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";

const places = [
  { href: "/for-you", name: "For you" },
  { href: "/onboarding", name: "Rate films" },
];

export function Navigation() {
  const path = usePathname();
  return (
    <nav aria-label="Main">
      <ul className="flex gap-3 sm:gap-5">
        {places.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent font-medium whitespace-nowrap hover:border-hairline aria-[current=page]:border-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
