"use client";
import { createContext, type ReactNode, use } from "react";

const ApiUrl = createContext("");

/** The address of the API, as this browser reaches it. */
export function useApiUrl(): string {
  return use(ApiUrl);
}

export function ApiProvider({ apiUrl, children }: { readonly apiUrl: string; readonly children: ReactNode }) {
  return <ApiUrl value={apiUrl}>{children}</ApiUrl>;
}
