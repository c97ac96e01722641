/** Read by Turbopack from the folder of globals.css, so the root stays free of it. */
export default { plugins: { '@tailwindcss/postcss': {} } };
