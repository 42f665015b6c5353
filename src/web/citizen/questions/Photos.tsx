import { useEffect, useState } from "react";
import { MOST_PHOTOS } from "../../../domain/request/photos.ts";
import type { QuestionProps } from "./answers.ts";
import { shrunk } from "./shrink.ts";

function Shown({ photo, no, drop }: { photo: File; no: number; drop(): void }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return (
    <li>
      {address ? <img src={address} alt={`第 ${no} 张照片`} /> : null}
      <button type="button" onClick={drop}>
        去掉第 {no} 张
      </button>
    </li>
  );
}

/** 选照片, the camera first on a telephone */
export function PhotoPicker({ photos, setPhotos }: Pick<QuestionProps, "photos" | "setPhotos">) {
  const [said, setSaid] = useState("");
  const add = async (files: FileList | null) => {
    const given = await Promise.all([...(files ?? [])].map(async (file) => ({ file, photo: await shrunk(file) })));
    const [good, bad] = [given.flatMap(({ photo }) => photo ?? []), given.filter(({ photo }) => photo === null)];
    const room = MOST_PHOTOS - photos.length;
    setSaid(
      [
        bad.length > 0 &&
          `${bad.map(({ file }) => `“${file.name}”`).join("、")}打不开，不是照片，没有加上。请选 JPG、PNG 或 WebP 照片。`,
        good.length > room && `最多 ${MOST_PHOTOS} 张，只留了前 ${room} 张。`,
      ]
        .filter(Boolean)
        .join(""),
    );
    setPhotos([...photos, ...good.slice(0, room)]);
  };
  return (
    <>
      <label className="button file">
        <span>
          拍照或选照片（{photos.length} / {MOST_PHOTOS}）
        </span>
        <input
          type="file"
          accept="image/*"
          multiple
          onChange={({ target }) => {
            add(target.files).then(() => {
              target.value = "";
            });
          }}
        />
      </label>
      <p role="status" className="hint">
        {said}
      </p>
      <ul className="photos">
        {photos.map((photo, at) => (
          <Shown
            // biome-ignore lint/suspicious/noArrayIndexKey: two photos may have one name
            key={`${at} ${photo.name} ${photo.size}`}
            photo={photo}
            no={at + 1}
            drop={() => setPhotos(photos.filter((one) => one !== photo))}
          />
        ))}
      </ul>
    </>
  );
}

/** 照片 */
export const Photos = ({ photos, setPhotos }: QuestionProps) => (
  <>
    <p className="hint">没有也可以。照片不存在这台机器上，刷新了要重选。请不要拍到别人的脸和证件。</p>
    <PhotoPicker photos={photos} setPhotos={setPhotos} />
  </>
);
