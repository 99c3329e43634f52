"use client";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { Button } from "../ui/button.tsx";

const pause = 5_000;

/** Asks for the page again, also by itself every few seconds. */
export function RetryButton() {
  const router = useRouter();
  const [isAsking, startTransition] = useTransition();

  useEffect(() => {
    const timer = setInterval(() => startTransition(() => router.refresh()), pause);
    return () => clearInterval(timer);
  }, [router]);

  return (
    <Button disabled={isAsking} onClick={() => startTransition(() => router.refresh())}>
      {isAsking ? "Asking…" : "Try again"}
    </Button>
  );
}
