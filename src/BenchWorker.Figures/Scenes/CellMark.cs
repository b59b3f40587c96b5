namespace BenchWorker.Figures;

/// <summary>A point or a bin that stands in no grid: where a page takes the pointer for it, and what it says. Areas may overlap; the one whose middle is nearest counts.</summary>
/// <param name="Row">In the figure's table, <paramref name="Column"/> likewise; -1 where the table has no such cell.</param>
public sealed record CellMark(Rect Area, int Row, int Column, string Text, IReadOnlyList<string> Names);
