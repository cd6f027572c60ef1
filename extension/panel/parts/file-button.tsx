// A button that opens a file and hands over its text.

export function FileButton({
  label,
  accept,
  open,
}: {
  label: string;
  accept: string;
  open(name: string, text: string): void;
}) {
  return (
    <label class="button file">
      {label}
      <input
        type="file"
        accept={accept}
        onChange={async ({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) open(file.name, await file.text());
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
