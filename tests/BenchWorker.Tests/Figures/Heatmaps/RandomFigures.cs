using BenchWorker.Figures;

namespace BenchWorker.Tests.Figures;

/// <summary>Figures of every kind from a seed: odd shapes, odd values, odd names, every option.</summary>
internal sealed class RandomFigures(int seed)
{
    private static readonly string[] OddNames =
    [
        "", " ", "a", "1E1", "<b>&\"|", "control\u0001\tend\n", "مرحبا بالعالم", "שלום", "漢字かな", "e\u0301\u0301\u0301", "\ud83d", "😀😀😀", "\u202Eabc", "jina-embeddings-v5-text-nano",
        "jina-embeddings-v5-text-small", "meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8", "no-joints" + new string('x', 60), new('m', 10_000), string.Concat(Enumerable.Repeat("word ", 200)),
    ];

    private static readonly double[] OddValues = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e308, -1e308, 1e-308, -0.0, 0, 1e6, 0.0005];

    private readonly Random random = new(seed);

    public Figure Next() => random.Next(9) switch
    {
        0 => Packed(),
        1 => Density(),
        2 => History(),
        3 => Derived(),
        _ => Matrix(),
    };

    public MatrixFigure Matrix()
    {
        int panels = Chance(4) ? random.Next(1, 5) : 1;
        (int rows, int columns) = (Size(), Size());
        string[] names = Names(rows);
        int style = random.Next(6);
        return new MatrixFigure
        {
            Title = Name(),
            Subtitle = Chance(3) ? Name() : null,
            Notes = Chance(4) ? [Name()] : [],
            Panels = [.. Enumerable.Range(0, panels).Select(_ => Panel(Chance(4) ? Names(rows) : names, Names(columns), style))],
            RowAxis = Chance(2) ? Name() : null,
            ColumnAxis = Chance(2) ? Name() : null,
            RowOrder = (MatrixOrder)random.Next(3),
            ColumnOrder = (MatrixOrder)random.Next(3),
            SharedScale = !Chance(3),
            Annotate = !Chance(4),
            Signed = Chance(5),
            Best = (BestMark)random.Next(3),
            Shown = Chance(5) ? (Triangle)random.Next(3) : Triangle.Whole,
            HidesDiagonal = Chance(8),
            RowSummaries = Chance(3) ? [SideAnnotation.Mean, SideAnnotation.Count, SideAnnotation.Rank, SideAnnotation.Coverage] : [],
            ColumnLabels = (LabelSide)random.Next(3),
            Format = Chance(4) ? Format() : null,
            WidthPx = random.Next(240, 1200),
            Scale = Scale(),
            NoDataLabel = Chance(9) ? Name() : "no data",
            PanelColumns = Chance(4) ? random.Next(1, 6) : null,
            FormatsByLabel = Chance(4) ? new Dictionary<string, NumberFormat> { [names.FirstOrDefault("")] = Format(), ["model-1"] = Format() } : new Dictionary<string, NumberFormat>(),
            Blocks = (BlockSummary)random.Next(3),
        };
    }

    /// <summary>What is computed from a matrix: changes, and who beats whom.</summary>
    private MatrixFigure Derived()
    {
        string[] rows = Names(random.Next(1, 12)), columns = Names(random.Next(1, 12));
        MatrixPanel panel = Panel(rows, columns, random.Next(6));
        return random.Next(4) switch
        {
            0 => DerivedFigures.Delta(panel, Panel(Names(random.Next(1, 12)), columns, random.Next(6)), Name()),
            1 => DerivedFigures.DeltaToRow(panel, random.Next(rows.Length), Name()),
            2 => DerivedFigures.DeltaToColumn(panel, random.Next(columns.Length), Name()),
            _ => DerivedFigures.WinRate(panel, Name()),
        };
    }

    private NumberFormat Format() => new(random.Next(7)) { Unit = (NumberUnit)random.Next(5), IsSigned = Chance(5) };

    private MatrixPanel Panel(string[] rows, string[] columns, int style)
    {
        var panel = new MatrixPanel(rows, columns, Values(rows.Length, columns.Length, style))
        {
            Title = Chance(2) ? Name() : null,
            Errors = Chance(6) ? Values(rows.Length, columns.Length, 1) : null,
            SecondLines = Chance(12) ? Lines(rows.Length, columns.Length) : null,
            Better = Chance(3) && columns.Length > 0 ? [.. columns.Select(_ => (Better)random.Next(3))] : [(Better)random.Next(3)],
        };
        return panel with { RowGroups = Groups(rows.Length), ColumnGroups = Groups(columns.Length) };
    }

    private PackedFigure Packed()
    {
        int cells = random.Next(0, 40);
        return new PackedFigure
        {
            Title = Name(),
            Panels = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => new PackedPanel(Name(), [.. Enumerable.Range(0, cells).Select(i => new PackedCell($"c{i}", Value(random.Next(6))))]))],
            Scale = Scale(),
            Better = (Better)random.Next(3),
            WidthPx = random.Next(240, 1200),
            PanelColumns = Chance(4) ? random.Next(1, 6) : null,
            Format = Chance(4) ? Format() : null,
            NoDataLabel = Chance(9) ? Name() : "no data",
        };
    }

    private DensityFigure Density() => new()
    {
        Title = Name(),
        Panels = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pairs(random.Next(0, 60), random.Next(6)))],
        Quantity = Chance(2) ? Name() : null,
        Domain = Chance(3) ? (0, 1) : null,
        SharedScale = !Chance(3),
        Better = (Better)random.Next(3),
        WidthPx = random.Next(240, 1200),
        PanelColumns = Chance(4) ? random.Next(1, 6) : null,
        Pairs = Chance(4) ? Name() : "pairs",
        Bins = Chance(4) ? random.Next(2, 60) : null,
        Shape = (BinShape)random.Next(2),
        Parity = !Chance(4),
    };

    private DensityPanel Pairs(int count, int style) =>
        new(Name(), Name(), [.. Enumerable.Range(0, count).Select(_ => Value(style))], [.. Enumerable.Range(0, count).Select(_ => Value(style))]);

    private RankHistoryFigure History()
    {
        (int entities, int snapshots) = (random.Next(0, 30), random.Next(0, 20));
        double[,] ranks = new double[entities, snapshots];
        for (int i = 0; i < ranks.Length; i++)
            ranks[i / snapshots, i % snapshots] = Chance(6) ? double.NaN : 1 + (random.Next(0, 80) / 2.0);
        return new RankHistoryFigure(Names(entities), Names(snapshots), ranks) { Title = Name(), WidthPx = random.Next(240, 1200), MostEntities = random.Next(1, 61) };
    }

    private ColourScaleSpec Scale() => new()
    {
        Map = Chance(2) ? Colormap.Parse(Colormap.Names[random.Next(Colormap.Names.Count)]) : null,
        Bins = Chance(5) ? random.Next(2, 10) : null,
        Title = Chance(2) ? Name() : null,
        Limits = random.Next(5) switch
        {
            0 => new ScaleLimits.Declared(0, 1),
            1 => new ScaleLimits.Robust(),
            2 => new ScaleLimits.Centred(0),
            3 => new ScaleLimits.Declared(3, 3),
            _ => ScaleLimits.FromData,
        },
        Standardize = random.Next(8) switch
        {
            0 => new Standardization.ZScore((Across)random.Next(3)),
            1 => new Standardization.MinMax((Across)random.Next(3)),
            2 => new Standardization.Rank((Across)random.Next(3)),
            _ => Standardization.Off,
        },
    };

    private double[,] Values(int rows, int columns, int style)
    {
        double[,] values = new double[rows, columns];
        for (int i = 0; i < values.Length; i++)
            values[i / columns, i % columns] = Value(style);
        return values;
    }

    private double Value(int style) => style switch
    {
        0 => OddValues[random.Next(OddValues.Length)],
        1 => random.NextDouble(),
        2 => Math.Round(random.NextDouble() * 100, 1),
        3 => Chance(3) ? double.NaN : random.Next(-3, 4),
        4 => 0.25,
        _ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 9)),
    };

    private string?[,] Lines(int rows, int columns)
    {
        string?[,] lines = new string?[rows, columns];
        for (int i = 0; i < lines.Length; i++)
            lines[i / columns, i % columns] = Chance(3) ? Name() : null;
        return lines;
    }

    private IReadOnlyList<AxisGroup> Groups(int count)
    {
        if (count < 2 || !Chance(4))
            return [];
        int first = random.Next(1, count);
        return [new AxisGroup(Chance(2) ? Name() : null, first), new AxisGroup(Chance(2) ? Name() : null, count - first)];
    }

    private string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => Chance(3) ? Name() : $"model-{i}")];

    private string Name() => OddNames[random.Next(OddNames.Length)];

    private int Size() => random.Next(50) switch { < 3 => 0, < 8 => 1, < 46 => random.Next(2, 8), < 49 => random.Next(10, 25), _ => random.Next(30, 60) };

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
