/** 虚构的地图: the made-up city's only district as a square with a lake in it. */
export const districtMap = (name = "东河区") => ({
  type: "FeatureCollection" as const,
  features: [
    {
      type: "Feature" as const,
      properties: { name },
      geometry: {
        type: "Polygon" as const,
        coordinates: [
          [
            [0, 0],
            [2, 0],
            [2, 1],
            [1, 1.5],
            [0, 1],
            [0, 0],
          ],
          [
            [0.2, 0.2],
            [0.2, 0.4],
            [0.4, 0.4],
            [0.2, 0.2],
          ],
        ],
      },
    },
  ],
});
