using static System.FormattableString;

namespace BenchWorker.Figures;

/// <summary>A finished drawing checks itself: nothing outside, nothing on top of each other, nothing silently left out.</summary>
public static class SceneCheck
{
    /// <summary>What rounding to whole pixels may cost.</summary>
    private const double TolerancePx = 1;

    /// <returns>One sentence for each fault; empty when the scene is sound.</returns>
    public static IReadOnlyList<string> Check(Scene scene)
    {
        var faults = new List<string>();
        DrawingOperation.TextRun[] runs = [.. scene.Operations.OfType<DrawingOperation.TextRun>()];
        TextBox[] boxes = [.. runs.Select(TextBox.Of)];
        var canvas = new Rect(0, 0, scene.WidthPx, scene.HeightPx);
        for (int i = 0; i < runs.Length; i++)
        {
            if (!canvas.Contains(boxes[i].Bounds, TolerancePx))
                faults.Add($"The {runs[i].Role} \"{Short(runs[i].Text)}\" reaches outside the canvas.");
        }
        faults.AddRange(Overlaps(runs, boxes));
        faults.AddRange(Broken(scene, runs));
        faults.AddRange(scene.Operations.Where(operation => operation is not DrawingOperation.TextRun && !canvas.Contains(OperationBounds.Of(operation), TolerancePx)).Select(static operation => $"A {operation.GetType().Name} reaches outside the canvas."));
        return faults;
    }

    /// <summary>Sweeps from left to right, so that only neighbours are compared.</summary>
    private static IEnumerable<string> Overlaps(DrawingOperation.TextRun[] runs, TextBox[] boxes)
    {
        int[] order = [.. Enumerable.Range(0, runs.Length).OrderBy(i => boxes[i].Bounds.Left).ThenBy(static i => i)];
        var open = new List<int>();
        foreach (int i in order)
        {
            open.RemoveAll(j => boxes[j].Bounds.Right <= boxes[i].Bounds.Left);
            foreach (int j in open)
            {
                if (boxes[i].Bounds.Overlaps(boxes[j].Bounds) && boxes[i].Overlaps(boxes[j], TolerancePx))
                    yield return $"The {runs[j].Role} \"{Short(runs[j].Text)}\" and the {runs[i].Role} \"{Short(runs[i].Text)}\" overlap.";
            }
            open.Add(i);
        }
    }

    private static IEnumerable<string> Broken(Scene scene, DrawingOperation.TextRun[] runs)
    {
        foreach (LabelPromise promise in scene.Promises)
        {
            int drawn = runs.Count(run => run.Role == promise.Role && !run.Continues);
            bool waived = promise.Waiver is { } note && drawn < promise.Requested && Says(runs, note);
            if (drawn != promise.Requested && !waived)
                yield return Invariant($"{drawn} of {promise.Requested} texts of the role {promise.Role} are drawn, and no note says why.");
        }
    }

    /// <summary>Whether the notes, their lines joined again, hold a sentence.</summary>
    private static bool Says(DrawingOperation.TextRun[] runs, string note) =>
        string.Join(' ', runs.Where(static run => run.Role is TextRole.Note).Select(static run => run.Text)).Contains(note, StringComparison.Ordinal);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
