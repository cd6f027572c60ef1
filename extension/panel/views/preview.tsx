// placeholder
export const PreviewView = () => <p>soon</p>;
