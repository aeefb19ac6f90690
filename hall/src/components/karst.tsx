/** The hall's own picture: karst hills over the river, in the tokens' greens. Decoration only. */
export function KarstScene() {
  return (
    <svg className="karst-scene" viewBox="0 0 1200 260" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle cx="930" cy="66" r="34" fill="var(--cinnabar)" opacity="0.82" />
      <path
        fill="var(--jade-mist)"
        d="M0 190c40-8 60-70 96-72 30-2 40 50 66 54 22-60 46-112 84-112 42 0 52 88 84 102 20-40 40-66 68-64 34 2 44 56 74 66 30-78 58-128 98-128 44 0 58 96 92 118 18-30 38-52 64-50 30 2 44 44 70 52 26-62 54-104 90-102 40 2 52 78 82 94 22-36 46-58 84-54 44 4 60 52 110 46l60 8v80H0z"
      />
      <path
        fill="var(--jade-mid)"
        opacity="0.55"
        d="M0 214c60-6 70-56 108-58 34-2 44 40 72 44 26-52 50-86 86-84 38 2 50 66 80 76 40-14 50-40 82-40 34 0 46 34 76 40 60-8 66-88 112-88 44 0 54 74 88 84 34-10 46-44 80-42 32 2 44 32 72 36 40-10 52-66 92-66 40 0 54 58 86 66 30-6 44-28 74-26 28 2 50 20 100 22v62H0z"
      />
      <path
        fill="var(--jade)"
        d="M0 236c70-4 96-34 140-34 40 0 60 22 104 24 70-6 90-62 138-60 44 2 58 48 100 56 60-6 88-30 132-28 44 2 66 22 112 24 64-6 84-46 130-44 42 2 60 36 104 40 60-4 90-22 134-20 38 2 70 14 106 18v48H0z"
      />
      <path
        fill="none"
        stroke="var(--paper)"
        strokeOpacity="0.5"
        strokeWidth="2"
        d="M140 246h210M520 250h160M820 246h190"
      />
    </svg>
  );
}

/** A small line drawing for empty states. */
export function KarstLine() {
  return (
    <svg className="karst-line" viewBox="0 0 168 56" aria-hidden="true" fill="none" strokeLinecap="round">
      <circle cx="128" cy="13" r="7" fill="var(--cinnabar)" opacity="0.8" />
      <path
        stroke="var(--jade-mid)"
        strokeWidth="2.5"
        d="M10 44c10-3 14-20 23-20s10 13 17 15c6-15 12-29 22-29s14 24 23 28c6-8 11-15 19-14 10 1 13 14 22 20h22"
      />
      <path stroke="var(--jade-mist)" strokeWidth="2.5" d="M34 52h44M96 52h34" />
    </svg>
  );
}
