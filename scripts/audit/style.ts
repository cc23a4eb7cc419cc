/** How the page looks: the terminal's colours, its grid. */
export const STYLE = `
body { background: #fff; color: #222; font: 15px/1.5 sans-serif; margin: 2rem; }
pre { font: 14px/1.3 'MS Gothic', 'Noto Sans Mono CJK JP', 'Osaka-Mono', monospace; }
.frame { background: #10151f; color: #d6deeb; padding: 8px; overflow: hidden; }
.frame .w { display: inline-block; overflow: hidden; vertical-align: bottom; }
.spoken { background: #f3f3f3; padding: 8px; white-space: pre-wrap; }
.grey { filter: grayscale(1); }
.b { font-weight: bold; }
.d { color: #7a8599; }
.c1 { color: #f07178; } .c2 { color: #a5d46a; } .c3 { color: #ffcb6b; } .c5 { color: #c792ea; } .c6 { color: #7fdbca; }
.i { background: #d6deeb; color: #10151f; }
.i.c6 { background: #7fdbca; }
table { border-collapse: collapse; } td { border: 1px solid #bbb; padding: 2px 12px; }
summary { cursor: pointer; }
`;
