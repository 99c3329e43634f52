"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Socket } from "socket.io-client";
import { useApiUrl } from "./api-provider.tsx";
import { getVisitorId } from "./visitor-id.ts";

/** How many people have the site open now; null until the API says so. Tells the API which page is open here. */
export function useVisitorCount(): number | null {
  const apiUrl = useApiUrl();
  const path = usePathname();
  const currentPath = useRef(path);
  const socket = useRef<Socket | null>(null);
  const [count, setCount] = useState<number | null>(null);

  useEffect(() => {
    let isGone = false;
    // Nothing on the page waits for the count, so its code comes after everything else.
    import("socket.io-client").then(({ io }) => {
      if (isGone) return;
      const connection = io(apiUrl, {
        auth: (reply) => reply({ visitorId: getVisitorId(), path: currentPath.current }),
        transports: ["websocket", "polling"],
      });
      connection.on("stats", (stats: { activeVisitors: number }) => setCount(stats.activeVisitors));
      connection.on("disconnect", () => setCount(null));
      socket.current = connection;
    });
    return () => {
      isGone = true;
      socket.current?.close();
      socket.current = null;
    };
  }, [apiUrl]);

  useEffect(() => {
    currentPath.current = path;
    socket.current?.emit("page", path);
  }, [path]);

  return count;
}
