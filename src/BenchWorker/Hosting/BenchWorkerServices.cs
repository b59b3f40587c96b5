using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BenchWorker;

/// <summary>Everything that refreshing and publishing needs, for the worker and for the commands alike.</summary>
internal static class BenchWorkerServices
{
    public static HostApplicationBuilder AddBenchWorker(this HostApplicationBuilder builder, NpgsqlDataSource database)
    {
        IServiceCollection services = builder.Services;
        services.AddOptionsWithValidateOnStart<WorkerOptions>().BindConfiguration(WorkerOptions.Section).ValidateDataAnnotations()
            .Validate(static options => options.Lease >= options.PollInterval, $"{WorkerOptions.Section}:Lease cannot be shorter than PollInterval.");
        services.AddOptionsWithValidateOnStart<BoardOptions>().BindConfiguration(BoardOptions.Section).ValidateDataAnnotations();
        services.AddOptionsWithValidateOnStart<SiteTarget>().BindConfiguration(SiteTarget.Section).ValidateDataAnnotations();
        services.AddOptionsWithValidateOnStart<QueryLimits>().BindConfiguration(QueryLimits.Section).ValidateDataAnnotations();
        services.AddOptionsWithValidateOnStart<FigureOptions>().BindConfiguration(FigureOptions.Section);
        services.AddOptionsWithValidateOnStart<ScheduleOptions, ScheduleOptionsValidator>().BindConfiguration(ScheduleOptions.Section);

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<QueryLimits>>().Value);
        services.AddSingleton<IResultSource, ResultSources>();
        services.AddSingleton(static provider => FigureFonts.Load(provider.GetRequiredService<IOptions<FigureOptions>>().Value));
        services.AddSingleton<IRasterizer>(static provider => FigureRasterizer.Choose(
            provider.GetRequiredService<IOptions<FigureOptions>>().Value, provider.GetRequiredService<FontSet>()));
        services.AddSingleton<BoardCatalog>();
        services.AddSingleton<BoardRegistry>();
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<CellFold>();
        services.AddSingleton<EarlierScores>();
        services.AddSingleton<FindingSource>(FindingEngine.Find);
        services.AddSingleton<DroppedFindings>();
        services.AddSingleton<BoardRefresh>();
        services.AddSingleton(static provider => SiteOf(provider.GetRequiredService<IOptions<SiteTarget>>().Value));
        services.AddSingleton(static provider => TargetList.Read(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IOptions<SiteTarget>>().Value));
        services.AddSingleton<SitePublishers>();
        services.AddSingleton(static provider => WebhookList.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Webhooks>();
        services.AddSingleton<SitePublication>();
        services.AddSingleton<RefreshPublication>();
        services.AddSingleton<RefreshWorker>();
        return builder;
    }

    private static SiteOptions SiteOf(SiteTarget target) => new()
    {
        Title = target.Title,
        Description = target.Description,
        BaseUrl = target.BaseUrl,
        DatedCopies = target.DatedCopies,
        AllowEmptied = target.AllowEmptied,
    };
}
