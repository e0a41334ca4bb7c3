using System.Collections.Immutable;
using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Engine;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>book</c>: writes the packs as a site that people can check without reading JSON.</summary>
internal static class BookCommand
{
    private const string Name = "book";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument path = new("packs");
        ValueOption folder = new("--out", "dir") { IsNeeded = true };
        return RequestCommand.Of(new Command(Name) { path, folder }, open, Read, Run);

        BookRequest Read(OptionReader options, Words words)
        {
            BookRequest request = new(options.Needed(path), options.Needed(folder));
            if (!FormFolder.IsPossible(request.Out)) options.Refuse(words.NoOutputFolder(request.Out));
            return request;
        }
    }

    private static ExitCode Run(BookRequest request, Session session)
    {
        if (LoadedPacks.In(request.Packs, session) is not { } catalogue) return ExitCode.Packs;
        ImmutableArray<BookFile> files = Files(catalogue, session);
        try
        {
            Directory.CreateDirectory(request.Out);
            foreach (BookFile file in files)
            {
                session.Cancellation.ThrowIfCancellationRequested();
                OutputFile.Write(Path.Combine(request.Out, file.Name), stream => stream.Write(file.Bytes.Span));
            }

            session.Terminal.Out.WriteLine(session.Words.BookWritten(files.Length, Printable.Of(request.Out)));
            return ExitCode.Success;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(request.Out, session.Words.Of(error)));
            return ExitCode.Unexpected;
        }
    }

    private static ImmutableArray<BookFile> Files(Catalogue catalogue, Session session)
    {
        using (session.Watch.Begin(session.Words.WritingBook)) return RuleBook.Files(catalogue, PackChecker.Prove(catalogue.Packs), session.Words.Language);
    }
}
