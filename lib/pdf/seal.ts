import { A4, type Canvas } from './canvas';

const RED = [0.8, 0.13, 0.13] as const;
/** Of a quarter of a circle drawn as a cubic arc. */
const KAPPA = 0.5523;

const number = (...values: number[]) => values.map((value) => value.toFixed(2)).join(' ');

function circle(x: number, y: number, r: number): string {
  const k = r * KAPPA;
  return [
    `${number(x + r, y)} m`,
    `${number(x + r, y + k, x + k, y + r, x, y + r)} c`,
    `${number(x - k, y + r, x - r, y + k, x - r, y)} c`,
    `${number(x - r, y - k, x - k, y - r, x, y - r)} c`,
    `${number(x + k, y - r, x + r, y - k, x + r, y)} c`,
  ].join(' ');
}

function star(x: number, y: number, r: number): string {
  const inner = r * 0.382;
  const points = Array.from({ length: 10 }, (_, i) => {
    const angle = Math.PI / 2 + (i * Math.PI) / 5;
    const radius = i % 2 === 0 ? r : inner;
    return number(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  });
  return `${points.map((point, i) => `${point} ${i === 0 ? 'm' : 'l'}`).join(' ')} h f`;
}

/**
 * The platform's round seal: a ring, a star, the name along the upper arc, its purpose below; drawn, not a picture.
 * @param centre points from the page's top left corner
 */
export function drawSeal(
  canvas: Canvas,
  centre: { x: number; y: number },
  words: { name: string; purpose: string },
  radius = 56,
): void {
  const y = A4.height - centre.y;
  const colour = `${number(...RED)} RG ${number(...RED)} rg`;
  canvas.draw(`${colour} 2.4 w ${circle(centre.x, y, radius)} s`);
  canvas.draw(`${colour} ${star(centre.x, y, radius * 0.26)}`);
  const size = 12.5;
  const style = { face: 'bold', size, color: RED } as const;
  const characters = [...words.name];
  const along = radius - size - 4;
  const widths = characters.map((character) => canvas.width(character, style));
  const gap = 2.5;
  const whole = widths.reduce((sum, width) => sum + width + gap, -gap);
  let angle = Math.PI / 2 + whole / along / 2;
  characters.forEach((character, i) => {
    const width = widths[i] ?? 0;
    const middle = angle - width / along / 2;
    const turn = middle - Math.PI / 2;
    const [cos, sin] = [Math.cos(middle), Math.sin(middle)];
    const x = centre.x + along * cos - (width / 2) * Math.cos(turn);
    const baseline = y + along * sin - (width / 2) * Math.sin(turn);
    canvas.text(character, x, A4.height - baseline, style, turn);
    angle -= (width + gap) / along;
  });
  const below = { face: 'bold', size: 9.5, color: RED } as const;
  canvas.text(
    words.purpose,
    centre.x - canvas.width(words.purpose, below) / 2,
    centre.y + radius * 0.52,
    below,
  );
}
