namespace BenchWorker.Figures;

/// <summary>How many panels may stand beside each other.</summary>
internal static class PanelGrid
{
    private const int MostBeside = 8;

    /// <summary>Numbers that leave no empty place, or any number where there is none but 1 and all.</summary>
    public static int[] Candidates(int panels)
    {
        int[] divisors = [.. Enumerable.Range(1, Math.Min(panels, MostBeside)).Where(columns => panels % columns == 0)];
        return panels <= 3 || divisors.Length > (panels <= MostBeside ? 2 : 1) ? divisors : [.. Enumerable.Range(1, Math.Min(panels, MostBeside))];
    }
}
