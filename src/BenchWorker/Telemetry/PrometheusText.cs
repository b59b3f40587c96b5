using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace BenchWorker;

/// <summary>Sums the measurements of the program's meter and writes them in Prometheus' text format.</summary>
internal sealed class PrometheusText : IDisposable
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Family> families = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public PrometheusText()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == WorkerMetrics.MeterName)
                own.EnableMeasurementEvents(instrument, FamilyOf(instrument));
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Take(state, value, tags));
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Take(state, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    public string Write()
    {
        listener.RecordObservableInstruments();
        StringBuilder text = new();
        lock (gate)
        {
            foreach ((string name, Family family) in families)
                family.Write(name, text);
        }

        return text.ToString();
    }

    private Family FamilyOf(Instrument instrument)
    {
        bool counter = instrument is Counter<long>;
        string unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        string name = instrument.Name.Replace('.', '_');
        if (!name.EndsWith(unit, StringComparison.Ordinal))
            name += unit;
        lock (gate)
            return families[counter ? $"{name}_total" : name] = new Family(counter ? "counter" : instrument is Histogram<double> ? "histogram" : "gauge", instrument.Description ?? "");
    }

    private void Take(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (state is not Family family)
            return;
        string labels = string.Join(',', tags.ToArray().Select(static tag => $"{tag.Key}=\"{Escaped(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "")}\""));
        lock (gate)
            family.Take(labels, value);
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private sealed class Family(string kind, string help)
    {
        private readonly SortedDictionary<string, Series> series = new(StringComparer.Ordinal);

        public void Take(string labels, double value)
        {
            if (!series.TryGetValue(labels, out Series? one))
                series[labels] = one = new Series();
            one.Sum = kind == "gauge" ? value : one.Sum + value;
            one.Count++;
            for (int i = 0; i < Bounds.Length; i++)
                one.Buckets[i] += value <= Bounds[i] ? 1 : 0;
        }

        public void Write(string name, StringBuilder text)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {kind}\n");
            foreach ((string labels, Series one) in series)
            {
                if (kind != "histogram")
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {one.Sum:R}\n");
                    continue;
                }

                string comma = labels.Length == 0 ? "" : ",";
                for (int i = 0; i < Bounds.Length; i++)
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{comma}le=\"{Bounds[i]:R}\"}} {one.Buckets[i]}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{comma}le=\"+Inf\"}} {one.Count}\n{name}_sum{{{labels}}} {one.Sum:R}\n{name}_count{{{labels}}} {one.Count}\n");
            }
        }
    }

    private sealed class Series
    {
        public double Sum { get; set; }

        public long Count { get; set; }

        public long[] Buckets { get; } = new long[Bounds.Length];
    }
}
