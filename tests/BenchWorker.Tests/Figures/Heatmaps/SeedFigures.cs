using BenchWorker.Figures;

namespace BenchWorker.Tests.Figures;

/// <summary>The figures that the project was started for, with the numbers their descriptions give.</summary>
internal static class SeedFigures
{
    private const double None = double.NaN;

    public static PackedFigure Languages { get; } = new()
    {
        Title = "Embedding model performance per language",
        Panels =
        [
            Panel("gemma-300m", 63.6, 53.4, 66, 41, 11, 30.2),
            Panel("bge-m3", 62.4, 61.6, 68, 2, 11, 40.2),
            Panel("jina-embeddings-v5-text-nano", 64, 64, 68, 2, 11, 40.2),
            Panel("jina-embeddings-v5-text-small", 64, 64, 68, 2, 11, 40.2),
        ],
        PanelColumns = 2,
        Scale = new ColourScaleSpec { Map = Colormap.Parse("RdYlGn"), Standardize = new Standardization.ZScore(Across.Cell, 3), Title = "score, standardised" },
        Better = Better.Higher,
    };

    public static MatrixFigure Probes { get; } = new()
    {
        Title = "Truth directions across topics",
        Panels =
        [
            new MatrixPanel(
                ["cities", "neg_cities", "sp_en_trans", "neg_sp_en_trans", "inventors", "neg_inventors", "animal_class", "neg_animal_class", "element_symb", "neg_element_symb", "facts", "neg_facts"],
                ["t_g", "t_p", "d_LR"],
                new[,]
                {
                    { 1, 1, 1 }, { 1, 0, 1 }, { 1, 1, 1 }, { 1, 0, 1 }, { 0.97, 0.98, 0.94 }, { 0.98, 0.03, 0.98 },
                    { 1, 1, 1 }, { 1, 0, 1 }, { 1, 1, 1 }, { 1, 0, 1 }, { 0.96, 0.92, 0.96 }, { 0.93, 0.09, 0.93 },
                }) { RowGroups = [.. Enumerable.Repeat(new AxisGroup(null, 2), 6)] },
        ],
        RowAxis = "topic",
        ColumnAxis = "method",
        Format = new NumberFormat(2),
        Scale = new ColourScaleSpec { Map = Colormap.Parse("YlOrRd-reversed"), Limits = new ScaleLimits.Declared(0, 1), Title = "AUROC" },
    };

    public static MatrixFigure Lengths { get; } = new()
    {
        Title = "Baseline – Core Generalization – Qwen-2.5 3B",
        Panels =
        [
            new MatrixPanel([.. Numbers(1, 7)], [.. Numbers(0, 20)], Ragged(
                (0, [99.3, 96.7, 98.3, 92.7, 87.7, 83.0, 82.0, 86.3, 86.0, 83.7]),
                (1, [100.0, 99.7, 99.7, 98.3, 98.0, 99.3, 98.7, 99.3, 97.3, 97.7]),
                (0, [99.7, 98.0, 94.0, 95.0, 95.7, 89.7, 86.0, 88.3, 90.3, 86.7, 86.0, 89.3, 89.3, 86.0, 90.0, 89.0, 90.0, 90.7, 90.0, 89.0]),
                (1, [98.3, 98.3, 91.0, 91.7, 92.0, 91.0, 92.0, 92.3, 92.7, 92.7, 90.7]),
                (7, [80.3, 84.3, 81.3, 87.3, 87.3, 85.7, 89.0, 90.0, 87.0, 85.0, 87.3, 86.0, 89.7]),
                (0, [100.0, 99.3, 99.7, 99.7, 99.0, 100.0, 98.3, 99.3, 99.3, 98.3, 98.3, 98.7, 98.0, 97.7, 97.7, 98.7, 98.7, 98.3, 97.7]),
                (0, [99.7, 99.7, 98.7, 98.0, 98.7, 96.0, 95.7, 95.0, 92.3, 91.0, 88.3, 84.7, 82.7, 87.3]))),
        ],
        RowAxis = "Type",
        ColumnAxis = "Length",
        Scale = new ColourScaleSpec { Map = Colormap.Parse("Blues"), Limits = new ScaleLimits.Declared(0, 100), Title = "Accuracy (%)" },
    };

    public static MatrixFigure Transfer { get; } = new()
    {
        Title = "Transfer between models",
        Panels =
        [
            new MatrixPanel(["Mistral", "LLaMA-2"], ["Mistral", "LLaMA-2"], new[,] { { 0.8, 0.7 }, { 0.65, 0.6 } }) { Title = "Probe" },
            new MatrixPanel(["Mistral", "LLaMA-2"], ["Mistral", "LLaMA-2"], new[,] { { 0.75, 0.7 }, { 0.7, 0.65 } }) { Title = "LoRA + Prompt" },
        ],
        RowAxis = "Model",
        ColumnAxis = "Trained on",
        SharedScale = false,
        Scale = new ColourScaleSpec { Map = Colormap.Parse("magma"), Title = "score" },
    };

    /// <summary>Six pairs of four models on twentieths, made by a rule: the seed gives no numbers of its own.</summary>
    public static DensityFigure Progress { get; } = new()
    {
        Title = "Progress of pairs of models on the same games",
        Panels = [.. from x in Enumerable.Range(0, 4) from y in Enumerable.Range(x + 1, 3 - x) select new DensityPanel(Models[x], Models[y], Scores(x), Scores(y))],
        Domain = (0, 1),
        Quantity = "progress ratio",
        Pairs = "games",
    };

    private static string[] Models => ["DeepSeek-R1", "gemini-2.0-flash", "gemini-2.5-flash-preview-04-17", "Llama-4-Maverick-17B-128E-Instruct-FP8"];

    private static double[] Scores(int model) => [.. Enumerable.Range(0, 200).Select(game => Math.Min(20, (game * game * (model + 3) % 23) + (game % 7 == 0 ? 20 : 0)) / 20.0)];

    private static PackedPanel Panel(string model, params double[] scores) =>
        new(model, [.. scores.Zip(["apc", "ars", "bbm", "dz", "fz", "mz"], static (score, code) => new PackedCell(code, score))]);

    private static IEnumerable<string> Numbers(int from, int count) => Enumerable.Range(from, count).Select(static number => $"{number}");

    private static double[,] Ragged(params (int From, double[] Values)[] rows)
    {
        double[,] values = new double[rows.Length, 20];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < 20; column++)
                values[row, column] = column - rows[row].From is >= 0 and var at && at < rows[row].Values.Length ? rows[row].Values[at] : None;
        }
        return values;
    }
}
