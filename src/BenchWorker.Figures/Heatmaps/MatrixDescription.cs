using System.Text;
using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>A matrix figure in sentences: what it shows, its range and extremes, and how much is missing. All of it computed.</summary>
internal static class MatrixDescription
{
    public static string Of(MatrixFigure figure, IReadOnlyList<ArrangedPanel> panels, CellNumbers numbers)
    {
        var text = new StringBuilder(Construction(figure, panels));
        (Extreme? low, Extreme? high) = Extremes(panels);
        int cells = panels.Sum(static panel => panel.Masked is null ? panel.CellCount : panel.Masked.Count(static masked => !masked));
        int missing = panels.Sum(static panel => panel.CountMissing());
        if (low is { } least && high is { } most)
        {
            text.Append(least.Value < most.Value
                ? $" Values run from {numbers.Write(least.Panel, least.Cell)} ({least.Place}) to {numbers.Write(most.Panel, most.Cell)} ({most.Place})."
                : $" Every value is {numbers.Write(most.Panel, most.Cell)}.");
            text.Append(Scale(figure, panels, numbers.Common));
        }
        text.Append(missing == 0 ? "" : Invariant($" {missing} of {cells} cells have no data."));
        return text.ToString();
    }

    private static string Construction(MatrixFigure figure, IReadOnlyList<ArrangedPanel> panels)
    {
        ArrangedPanel first = panels[0];
        string axes = Invariant($"{Count(first.Rows.Count, "row")}{Named(figure.RowAxis)} by {Count(first.Columns.Count, "column")}{Named(figure.ColumnAxis)}");
        return panels.Count == 1 ? $"Heatmap of {axes}." : Invariant($"Heatmap in {panels.Count} panels, the first of {axes}.");
    }

    private static string Count(int count, string what) => Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Named(string? axis) => axis is null ? "" : $" ({DisplayText.Of(axis)})";

    private static string Scale(MatrixFigure figure, IReadOnlyList<ArrangedPanel> panels, NumberFormat format)
    {
        if (figure.Scale.Standardize is not Standardization.None)
            return " Colours show standardised values.";
        if (!figure.SharedScale && panels.Count > 1)
            return " Each panel has a colour scale of its own.";
        ColourScale scale = panels[0].Scale!;
        return $" Colours run from {format.Write(scale.Low)} to {format.Write(scale.High)} ({scale.Map.Name}).";
    }

    private static (Extreme? Low, Extreme? High) Extremes(IReadOnlyList<ArrangedPanel> panels)
    {
        (Extreme? low, Extreme? high) = (null, null);
        foreach (ArrangedPanel panel in panels)
        {
            (int least, int most) = (-1, -1);
            for (int cell = 0; cell < panel.CellCount; cell++)
            {
                if (!panel.HasData(cell))
                    continue;
                least = least < 0 || panel.Values[cell] < panel.Values[least] ? cell : least;
                most = most < 0 || panel.Values[cell] > panel.Values[most] ? cell : most;
            }
            if (least >= 0 && (low is null || panel.Values[least] < low.Value.Value))
                low = new Extreme(panel, least);
            if (most >= 0 && (high is null || panel.Values[most] > high.Value.Value))
                high = new Extreme(panel, most);
        }
        return (low, high);
    }

    private readonly record struct Extreme(ArrangedPanel Panel, int Cell)
    {
        public double Value => Panel.Values[Cell];

        public string Place
        {
            get
            {
                string cell = $"{Short(Panel.Rows[Cell / Panel.Columns.Count])}, {Short(Panel.Columns[Cell % Panel.Columns.Count])}";
                return Panel.Source.Title is { } title ? $"{Short(DisplayText.Of(title))}: {cell}" : cell;
            }
        }

        private static string Short(string label) => Elision.Middle(label, 80, static text => text.Length);
    }
}
