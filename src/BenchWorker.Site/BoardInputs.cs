using System.Collections;
using System.Globalization;
using System.Reflection;
using BenchWorker.Analysis;
using BenchWorker.Figures;

namespace BenchWorker.Site;

/// <summary>One hash over everything that a board's report is computed from. Equal inputs mean equal pages, so that a board whose rows did not
/// change is not even computed; the report's own digest still tells when other rows give the same pages.</summary>
internal static class BoardInputs
{
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public static string Digest(Board board, ResultSnapshot snapshot, FontSet fonts, IRasterizer rasterizer) => ContentDigest.Of(writer =>
    {
        foreach (Type part in new[] { typeof(BoardInputs), typeof(Scene), typeof(ScoreTable), rasterizer.GetType() })
            writer.Write(part.Module.ModuleVersionId.ToByteArray());
        writer.Write(fonts.Digest);
        WriteAny(writer, board);
        WriteAny(writer, snapshot with { Results = [] });
        Result? before = null;
        foreach (Result result in snapshot.Results)
        {
            Write(writer, result, before);
            before = result;
        }
    });

    /// <summary>By name of every property, whatever the type has: a property added to a declaration is never forgotten here.</summary>
    private static void WriteAny(DigestWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.Write(false);
                break;
            case DateTimeOffset at:
                writer.Write(at.UtcTicks);
                break;
            case string or bool or IFormattable:
                writer.Write(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                break;
            case IDictionary map:
                foreach (object key in map.Keys.Cast<object>().OrderBy(static key => Convert.ToString(key, CultureInfo.InvariantCulture), StringComparer.Ordinal))
                    WriteAny(writer, new KeyValuePair<object, object?>(key, map[key]));
                break;
            case IEnumerable items:
                foreach (object? item in items)
                    WriteAny(writer, item);
                break;
            default:
                writer.Write(value.GetType().Name);
                foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    writer.Write(property.Name);
                    WriteAny(writer, property.GetValue(value));
                }

                break;
        }

        writer.Write((byte)0xff);
    }

    /// <summary>As above without looking properties up, and without what is as in the row before: there are many results.</summary>
    private static void Write(DigestWriter writer, Result result, Result? before)
    {
        Write(writer, result.Benchmark, before?.Benchmark);
        Write(writer, result.Task, before?.Task);
        Write(writer, result.Subset, before?.Subset);
        Write(writer, result.Model, before?.Model);
        Write(writer, result.Metric, before?.Metric);
        Write(writer, result.Run, before?.Run);
        Write(writer, result.SampleId, before?.SampleId);
        writer.Write((byte)result.Direction);
        writer.Write(result.Value);
        Write(writer, (long?)result.Missing);
        Write(writer, result.StandardError is { } error ? BitConverter.DoubleToInt64Bits(error) : null);
        Write(writer, result.SampleCount);
        Write(writer, result.ClusterCount);
        Write(writer, result.RunAt?.UtcTicks);
        writer.Write(result.Dimensions.Count);
        foreach ((string name, string entry) in result.Dimensions.Count > 1 ? result.Dimensions.OrderBy(static pair => pair.Key, StringComparer.Ordinal) : result.Dimensions.AsEnumerable())
        {
            writer.Write(name);
            writer.Write(entry);
        }
    }

    private static void Write(DigestWriter writer, string? text, string? before)
    {
        bool same = string.Equals(text, before, StringComparison.Ordinal);
        writer.Write((byte)(same ? 2 : text is null ? 0 : 1));
        if (!same && text is not null)
            writer.Write(text);
    }

    private static void Write(DigestWriter writer, long? number)
    {
        writer.Write(number is not null);
        if (number is { } known)
            writer.Write(known);
    }
}
