import { createElement as h, useState } from "react";

export function App() {
  const [jobs, setJobs] = useState(320);
  return h(
    "main",
    null,
    h("button", { onClick: () => setJobs(jobs + 1) }, "One more"),
    h(
      "reportedly-article",
      { published: "2025-01-16" },
      h("p", null, "The ferry company will cut ", jobs, " jobs by June, its chairman, Erik Voss, said on Wednesday."),
      jobs % 2 === 1 && h("p", null, "Two officials said that the company had lost €14 million last year."),
    ),
  );
}
