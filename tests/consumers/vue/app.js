import { defineComponent, h, ref } from "vue";

export const App = defineComponent(() => {
  const jobs = ref(320);
  return () =>
    h("main", [
      h("button", { onClick: () => (jobs.value += 1) }, "One more"),
      h("reportedly-article", { published: "2025-01-16" }, [
        h("p", `The ferry company will cut ${jobs.value} jobs by June, its chairman, Erik Voss, said on Wednesday.`),
        jobs.value % 2 === 1 ? h("p", "Two officials said that the company had lost €14 million last year.") : null,
      ]),
    ]);
});
