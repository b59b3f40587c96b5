namespace BenchWorker.Figures;

/// <summary>Cells too many for rectangles of their own, as one indexed image for each pair of groups.</summary>
internal static class CellImage
{
    private const int MostColours = 256;

    public static void Paint(SceneBuilder scene, ArrangedPanel panel, PanelPlace place, Point origin, NoDataLook noData, Theme theme)
    {
        (Rgb[] palette, byte[] indices) = Index(panel, noData.Ground, theme.Background);
        int fromRow = 0;
        foreach (AxisGroup rows in place.Rows.Groups)
        {
            int fromColumn = 0;
            foreach (AxisGroup columns in place.Columns.Groups)
            {
                if (rows.Count > 0 && columns.Count > 0)
                {
                    var area = new Rect(
                        origin.X + place.Body.Left + place.Columns.Start(fromColumn), origin.Y + place.Body.Top + place.Rows.Start(fromRow),
                        columns.Count * place.Columns.PitchPx, rows.Count * place.Rows.PitchPx);
                    scene.Add(new DrawingOperation.ImageBlock(area, columns.Count, rows.Count, palette, Part(indices, panel.Columns.Count, fromRow, rows.Count, fromColumn, columns.Count)));
                }
                fromColumn += columns.Count;
            }
            fromRow += rows.Count;
        }
    }

    private static (Rgb[] Palette, byte[] Indices) Index(ArrangedPanel panel, Rgb noData, Rgb background)
    {
        short[] entries = panel.ColourEntries;
        bool[] used = new bool[Colormap.Size];
        (bool missing, bool masked) = (false, false);
        foreach (short entry in entries)
        {
            if (entry >= 0)
                used[entry] = true;
            else
                (missing, masked) = (missing || entry == ArrangedPanel.NoData, masked || entry == ArrangedPanel.LeftOut);
        }
        var palette = new List<Rgb>();
        byte[] place = new byte[Colormap.Size];
        int room = MostColours - (missing ? 1 : 0) - (masked ? 1 : 0);
        int spare = used.Count(static entry => entry) - room;
        for (int entry = 0; entry < used.Length; entry++)
        {
            if (!used[entry])
                continue;
            // An image holds 256 colours: where all are in use, no data takes the place of the last ones, which get their neighbour's.
            if (spare <= 0 || entry < Colormap.Size - spare)
                palette.Add(panel.Scale!.Map.Colours[entry]);
            place[entry] = (byte)(palette.Count - 1);
        }
        byte missingAt = (byte)palette.Count;
        if (missing)
            palette.Add(noData);
        byte maskedAt = (byte)palette.Count;
        if (masked)
            palette.Add(background);
        byte[] indices = new byte[entries.Length];
        for (int cell = 0; cell < indices.Length; cell++)
            indices[cell] = entries[cell] switch { ArrangedPanel.LeftOut => maskedAt, ArrangedPanel.NoData => missingAt, var entry => place[entry] };
        return ([.. palette], indices);
    }

    private static byte[] Part(byte[] indices, int stride, int fromRow, int rows, int fromColumn, int columns)
    {
        if (columns == stride && rows * columns == indices.Length)
            return indices;
        byte[] part = new byte[rows * columns];
        for (int row = 0; row < rows; row++)
            Array.Copy(indices, ((fromRow + row) * stride) + fromColumn, part, row * columns, columns);
        return part;
    }
}
