using ComplianceRules.Hosting;
using ComplianceRules.Packs.China;
using WorkerSample.Folders;
using WorkerSample.Judging;

namespace WorkerSample;

/// <summary>Puts the worker together.</summary>
internal static class WorkerServices
{
    /// <summary>Adds the worker and what it needs.</summary>
    public static void AddFolderWorker(this HostApplicationBuilder builder)
    {
        string? packsFolder = builder.Configuration[$"{FolderOptions.Section}:{nameof(FolderOptions.Packs)}"];
        builder.Services.AddOptions<FolderOptions>().BindConfiguration(FolderOptions.Section).ValidateDataAnnotations().Validate(FolderOptions.AreApart, FolderOptions.ApartText).ValidateOnStart();
        builder.Services.AddComplianceRules(packs =>
        {
            _ = packsFolder is null ? packs.AddChinaPacks() : packs.AddPacksFromDirectory(packsFolder).WatchForChanges();
            packs.ValidateOnStart();
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddSingleton<Judge>();
        builder.Services.AddHostedService<FolderWorker>();
    }
}
