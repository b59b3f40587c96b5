namespace BenchWorker.Figures;

/// <summary>What a written number counts in.</summary>
public enum NumberUnit
{
    One,

    /// <summary>0.5 is written 50%.</summary>
    Percent,

    /// <summary>1,500 is written 1.5k.</summary>
    Thousands,

    Millions,

    Billions,
}

internal static class NumberUnits
{
    /// <summary>What stands behind the number.</summary>
    public static string Sign(this NumberUnit unit) => unit switch
    {
        NumberUnit.Percent => "%",
        NumberUnit.Thousands => "k",
        NumberUnit.Millions => "M",
        NumberUnit.Billions => "B",
        _ => "",
    };

    /// <summary>The value that is written as 1.</summary>
    public static double Size(this NumberUnit unit) => unit switch
    {
        NumberUnit.Percent => 0.01,
        NumberUnit.Thousands => 1e3,
        NumberUnit.Millions => 1e6,
        NumberUnit.Billions => 1e9,
        _ => 1,
    };
}
