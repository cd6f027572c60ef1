// placeholder
export const VisitorView = () => <p>soon</p>;
