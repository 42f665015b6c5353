/** 各地的标准地图: drawn as it was approved, its 审图号 beside it; the counts it shows stand in the list below it too. */
import type { Month } from "./data.ts";
import type { DrawnMap } from "./map.ts";

interface DistrictMapProps {
  map: DrawnMap;
  districts: Month["districts"];
  /** by count */
  shadeOf(count: number): number;
}

export function DistrictMap({ map, districts, shadeOf }: DistrictMapProps) {
  const counted = new Map(districts.map((one) => [one.place, one]));
  const shown = map.areas.flatMap(({ place, path, label }) => {
    const district = counted.get(place);
    return district ? [{ ...district, path, label, shade: shadeOf(district.count) }] : [];
  });
  return (
    <figure className="map">
      <svg
        viewBox={`-4 -4 ${map.width + 8} ${map.height + 8}`}
        role="img"
        aria-label="各地诉求的地图，件数在下面的清单里"
      >
        {shown.map(({ place, path, shade }) => (
          <path key={place} d={path} className={`area place${shade}`} />
        ))}
        <path d={map.lines} className="line" />
        {shown.map(({ place, name, label, shade }) => (
          <text key={place} x={label.x} y={label.y} className={`onPlace${shade}`}>
            {name}
          </text>
        ))}
      </svg>
      <figcaption className="meta">
        审图号：{map.approval}　{map.source}
      </figcaption>
    </figure>
  );
}
