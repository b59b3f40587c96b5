using System.Text.RegularExpressions;

namespace BenchWorker.Figures;

/// <summary>Number formats as people write them: <c>0</c>, <c>0.00</c>, <c>+0.0</c>, <c>0.0%</c>, <c>0.0k</c>, <c>0.00M</c>, <c>0B</c>.</summary>
internal static partial class NumberPattern
{
    /// <exception cref="FormatException">The text is no such pattern.</exception>
    public static NumberFormat Read(string text)
    {
        Match match = Pattern().Match(text.Trim());
        if (!match.Success)
            throw new FormatException($"\"{text}\" is not a number format; write 0, 0.0, 0.00 and so on to six decimals, with + before it for signs and %, k, M or B behind it for per cent, thousands, millions or billions.");
        return new NumberFormat(match.Groups["decimals"].Length)
        {
            IsSigned = match.Groups["sign"].Success,
            Unit = Enum.GetValues<NumberUnit>().First(unit => unit.Sign() == match.Groups["unit"].Value),
        };
    }

    [GeneratedRegex(@"^(?<sign>\+)?0(\.(?<decimals>0{1,6}))?(?<unit>[%kMB])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
