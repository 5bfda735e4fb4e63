// The development server bundles packages by default, and then does not find the files beside them.
export default { optimizeDeps: { exclude: ["reportedly"] } };
