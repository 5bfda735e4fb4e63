async function read(text) {
  const [{ Reportedly }] = await Promise.all([import("reportedly"), import("reportedly/element")]);
  const reader = await Reportedly.load();
  return reader.annotate(text, { published: "2025-01-16" });
}

read(process.argv[2]).then((analysis) => console.log(JSON.stringify([analysis])));
