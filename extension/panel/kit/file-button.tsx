// A button that opens a file and hands over its text: as much of it as is enough to say that it is too long.

const MOST_BYTES = 12_000_000;

export function FileButton({
  label,
  accept,
  open,
}: {
  label: string;
  accept: string;
  open(name: string, text: string): unknown;
}) {
  return (
    <label class="button file">
      {label}
      <input
        type="file"
        accept={accept}
        onChange={async ({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) await open(file.name, await file.slice(0, MOST_BYTES).text());
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
