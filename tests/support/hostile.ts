/** Strings that have broken pages, and an article that is full of them. */

/** 200 of them: markup, directions, scripts, giant words. */
export const HOSTILE = Array.from({ length: 200 }, (_, i) => {
  const kinds = [
    `<img src=x onerror="window.pwned=${i}">`,
    `"><script>window.pwned=${i}</script>`,
    `\u202e${i} evil\u202d \u2066right\u2069`,
    `javascript:window.pwned=${i}`,
    `\${window.pwned=${i}} {{constructor.constructor("window.pwned=${i}")()}}`,
    `${"Long".repeat(200 + i)}`,
    `</p></div><svg onload=window.pwned=${i}>`,
    `م ${i} שלום \u0000\u0007 \ud83d\ude00 e\u0301\u0301\u0301\u0301`,
    `&lt;b&gt;${i}&amp;#x3C;script&gt;`,
    `'); DROP TABLE marks; -- ${i}`,
  ];
  return kinds[i % kinds.length] ?? "";
});

/** A paragraph around each, so that somebody says it and it becomes part of what cards and lists tell. */
export const hostileArticle = () =>
  HOSTILE.map((text, i) => `“We found ${text} in ${i + 200} houses,” Minister ${text} said on Monday, and the board denied that it had been warned of it.`);

/** As it is written in HTML to be read as text. */
export const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
