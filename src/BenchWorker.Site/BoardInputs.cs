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
        foreach (Result result in snapshot.Results)
            Write(writer, result);
    });

    /// <summary>By name of every property, whatever the type has: a property added to a declaration is never forgotten here.</summary>
    private static void WriteAny(BinaryWriter writer, object? value)
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

    /// <summary>As above without looking properties up; there are many results.</summary>
    private static void Write(BinaryWriter writer, Result result)
    {
        writer.Write(result.Benchmark);
        writer.Write(result.Task);
        Write(writer, result.Subset);
        writer.Write(result.Model);
        writer.Write(result.Metric);
        writer.Write((int)result.Direction);
        writer.Write(result.Value);
        writer.Write((int?)result.Missing ?? -1);
        writer.Write(result.StandardError ?? double.NaN);
        writer.Write(result.SampleCount ?? -1);
        writer.Write(result.ClusterCount ?? -1);
        writer.Write(result.RunAt?.UtcTicks ?? -1);
        Write(writer, result.Run);
        Write(writer, result.SampleId);
        writer.Write(result.Dimensions.Count);
        foreach ((string name, string entry) in result.Dimensions.Count > 1 ? result.Dimensions.OrderBy(static pair => pair.Key, StringComparer.Ordinal) : result.Dimensions.AsEnumerable())
        {
            writer.Write(name);
            writer.Write(entry);
        }
    }

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        writer.Write(text ?? "");
    }
}
