namespace BenchWorker.Analysis;

/// <summary>The scores of a table on the scale that a mean is taken on.</summary>
internal static class ScaledScores
{
    /// <param name="notes">Gets a sentence where columns could not be brought to the scale and are left out.</param>
    public static ScoreMatrix Of(ScoreTable table, ScoreScale scale, List<string> notes)
    {
        ScoreMatrix scores = ScoreMatrix.Of(table);
        return scale switch
        {
            ScoreScale.MinMax => WithoutConstants(Normalization.MinMax(scores), notes),
            ScoreScale.ZScore => WithoutConstants(Normalization.ZScore(scores), notes),
            ScoreScale.ChanceCorrected => Corrected(table, scores, notes),
            _ => scores,
        };
    }

    private static ScoreMatrix WithoutConstants(Normalization normalized, List<string> notes)
    {
        int left = normalized.Outcomes.Count(static outcome => outcome is NormalizationOutcome.Constant or NormalizationOutcome.TooFew);
        if (left > 0)
            notes.Add($"{left} of {normalized.Outcomes.Count} columns hold one value only and cannot be normalised; they are left out of the mean.");
        return normalized.Scores;
    }

    /// <summary>Columns without a chance level and a limit beyond it, or with scores of several metrics, have no chance-corrected score.</summary>
    private static ScoreMatrix Corrected(ScoreTable table, ScoreMatrix scores, List<string> notes)
    {
        ScoreColumn[] counting = [.. table.Columns.Where(static column => column.Counts)];
        double[] chance = new double[counting.Length];
        double[] best = new double[counting.Length];
        bool[] known = new bool[counting.Length];
        for (int j = 0; j < counting.Length; j++)
        {
            double sign = counting[j].Direction == Direction.LowerIsBetter ? -1 : 1;
            known[j] = counting[j].Chance is { } guess && counting[j].Limit is { } limit && limit * sign > guess * sign;
            (chance[j], best[j]) = known[j] ? (sign * (counting[j].Chance ?? 0), sign * (counting[j].Limit ?? 1)) : (0, 1);
        }

        int left = known.Count(static one => !one);
        if (left > 0)
            notes.Add($"{left} of {counting.Length} columns have no declared chance level and best score; they are left out of the chance-corrected mean.");
        double[] values = scores.Values.ToArray();
        for (int k = 0; k < values.Length; k++)
            values[k] = known[k % counting.Length] ? values[k] : double.NaN;
        return Normalization.ChanceCorrected(ScoreMatrix.Taking(scores.Models, scores.Tasks, values), chance, best).Scores;
    }
}
