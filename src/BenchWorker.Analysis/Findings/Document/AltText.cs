namespace BenchWorker.Analysis;

/// <summary>What a screen reader says instead of the figure: what it is, its extremes, its main pattern.</summary>
/// <remarks>Lundgard and Satyanarayan (2022): construction, statistics, then perceived patterns; never interpretation.</remarks>
internal static class AltText
{
    public const int MostCharacters = 600;

    private static readonly FindingKind[][] Order =
    [
        [FindingKinds.C1], [FindingKinds.E1, FindingKinds.W1, FindingKinds.X1, FindingKinds.H1],
        [FindingKinds.T2, FindingKinds.F1, FindingKinds.Q1, FindingKinds.W2, FindingKinds.X3, FindingKinds.H2, FindingKinds.E3, FindingKinds.E2, FindingKinds.E4],
    ];

    private static readonly Template Brief = new(FindingKinds.C1, "Heatmap with {rows} {rows|row|rows} and {columns} {columns|column|columns}.");

    /// <returns>One to three sentences, at most 600 characters, plain text; only what was verified is said.</returns>
    public static string Of(TableStatements statements)
    {
        HeatmapTable table = statements.Table;
        string text = "";
        foreach (FindingKind[] kinds in Order)
        {
            if (First(statements, kinds)?.Sentence.Text(table) is { } sentence && text.Length + 1 + sentence.Length <= MostCharacters)
                text += text.Length == 0 ? sentence : " " + sentence;
            else if (text.Length == 0)
                text = Brief.With(("rows", SentenceBuilder.Given(table.Rows.Count)), ("columns", SentenceBuilder.Given(table.Columns.Count))).Text(table);
        }

        return text;
    }

    private static Finding? First(TableStatements statements, FindingKind[] kinds) =>
        kinds.Select(kind => statements.Candidates.FirstOrDefault(finding => finding.Kind == kind && statements.Holds(finding))).FirstOrDefault(static finding => finding is not null);
}
