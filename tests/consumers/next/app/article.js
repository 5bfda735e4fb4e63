"use client";
import { useEffect } from "react";
import { Reportedly } from "reportedly";
import "reportedly/element";

export function Article({ text }) {
  useEffect(() => {
    globalThis.read = async (words) => {
      const reader = await Reportedly.load();
      return [await reader.annotate(words, { published: "2025-01-16" })];
    };
  }, []);
  return (
    <reportedly-article published="2025-01-16">
      <p>{text}</p>
    </reportedly-article>
  );
}
