using System.CommandLine;
using System.Security.Cryptography;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>pack</c>: puts packs into an archive with a manifest.</summary>
internal static class PackCommand
{
    private const string Name = "pack";
    private const string Ending = ".zip";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument path = new("packs");
        ValueOption archive = new("--out", "file") { IsNeeded = true };
        return RequestCommand.Of(new Command(Name) { path, archive }, open, Read, Run);

        PackRequest Read(OptionReader options, Words words)
        {
            PackRequest request = new(options.Needed(path), options.Needed(archive));
            if (File.Exists(request.Packs)) options.Refuse(words.PackWantsFolder(request.Packs));
            else if (Problem(request.Out, words) is { } problem) options.Refuse(problem);
            return request;
        }
    }

    private static string? Problem(string path, Words words)
    {
        if (!path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)) return words.ArchiveWantsName("--out", path);
        return OutputFile.IsPossible(path) ? null : words.NoFolderForOutput(path);
    }

    private static ExitCode Run(PackRequest request, Session session)
    {
        if (LoadedPacks.In(request.Packs, session) is not { } catalogue) return ExitCode.Packs;
        try
        {
            byte[] archive = Packed(catalogue);
            OutputFile.Write(request.Out, stream => stream.Write(archive));
            session.Terminal.Out.WriteLine(session.Words.Packed(catalogue.Packs.Packs.Length, Printable.Of(request.Out), Convert.ToHexStringLower(SHA256.HashData(archive))));
            return ExitCode.Success;
        }
        catch (ArgumentException error)
        {
            session.Complain(error.Message);
            return ExitCode.Packs;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(request.Out, session.Words.Of(error)));
            return ExitCode.Unexpected;
        }
    }

    private static byte[] Packed(Catalogue catalogue)
    {
        using MemoryStream archive = new();
        PackArchiveWriter.Write(catalogue.Packs, archive);
        return archive.ToArray();
    }
}
