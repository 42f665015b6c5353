import { Checkbox, Modal } from "antd";
import { useState } from "react";
import { keepPlain, mayBePlain, useAllKeys } from "./keys.ts";
import { capOf, useOwnKeys } from "./ownKeys.ts";

/** 本页的快捷键: all of them, each as it is bound now. */
export function KeyList({ open, close }: { open: boolean; close(): void }) {
  const keys = useAllKeys();
  useOwnKeys();
  const [plain, setPlain] = useState(mayBePlain);
  const named = new Map(keys.map(({ press, does }) => [press, does]));
  return (
    <Modal open={open} onCancel={close} footer={null} title="本页的快捷键">
      <table className="list">
        <thead>
          <tr>
            <th>键</th>
            <th>做什么</th>
          </tr>
        </thead>
        <tbody>
          {[...named].map(([press, does]) => (
            <tr key={press}>
              <td>
                <kbd>{capOf(press)}</kbd>
              </td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="meta">输入法选字时快捷键不起作用；在填写框里只有 F 键、Ctrl Enter、Alt 加字母和 Esc 起作用。</p>
      <Checkbox
        checked={plain}
        onChange={({ target }) => {
          keepPlain(target.checked);
          setPlain(target.checked);
        }}
      >
        在清单上用单个字母键（J、K、X…）
      </Checkbox>
      <p className="meta">
        <a href="/licences.txt" target="_blank" rel="noreferrer">
          网页里用到的软件和许可证
        </a>
      </p>
    </Modal>
  );
}
