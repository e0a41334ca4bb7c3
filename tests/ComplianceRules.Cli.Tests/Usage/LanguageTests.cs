namespace ComplianceRules.Cli.Tests.Usage;

public sealed class LanguageTests
{
    private const string Chinese = "请给出要执行的命令";
    private const string English = "name a command";

    [Theory]
    [InlineData("", English)]
    [InlineData("LANG=zh_CN.UTF-8", Chinese)]
    [InlineData("LANG=zh", Chinese)]
    [InlineData("LANG=ZH-hans", Chinese)]
    [InlineData("LANG=en_GB.UTF-8", English)]
    [InlineData("LANG=C", English)]
    [InlineData("LANG=zha", English)]
    [InlineData("LANG=zh_CN.UTF-8 LC_MESSAGES=en_US", English)]
    [InlineData("LANG=en_US LC_MESSAGES=zh_TW.UTF-8", Chinese)]
    [InlineData("LC_MESSAGES=zh_CN LC_ALL=POSIX", English)]
    [InlineData("LC_ALL= LANG=zh_CN", Chinese)]
    [InlineData("LC_ALL=en_US.UTF-8 COMPLIANCE_RULES_LANG=zh", Chinese)]
    [InlineData("LC_ALL=zh_CN.UTF-8 COMPLIANCE_RULES_LANG=en", English)]
    public void The_locale_says_which_language(string variables, string expected)
    {
        ToolMachine machine = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).Aggregate(new ToolMachine(), (m, v) => m.With(v[0], v[1]));
        Assert.StartsWith($"compliance-rules: {expected}\n", Tool.RunOn(machine).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", English)]
    [InlineData("zh", Chinese)]
    public void Who_asks_for_a_language_gets_it_whatever_the_locale(string language, string expected)
    {
        ToolMachine machine = new ToolMachine().With("LC_ALL", language == "en" ? "zh_CN.UTF-8" : "en_US.UTF-8");
        Assert.StartsWith($"compliance-rules: {expected}\n", Tool.RunOn(machine, "--lang", language).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_not_there_is_refused_in_that_of_the_surroundings() =>
        Assert.Equal(Diagnostics.TextLanguage.Chinese, Cli.Usage.LanguageChoice.Of("fr", new Surroundings { Variable = name => name == "LANG" ? "zh_CN.UTF-8" : null }));

    [Fact]
    public void A_Chinese_system_speaks_Chinese_where_no_variable_says_otherwise()
    {
        Assert.Equal(Diagnostics.TextLanguage.Chinese, Cli.Usage.LanguageChoice.Of(null, new Surroundings { IsChinese = true }));
        Assert.Equal(Diagnostics.TextLanguage.English, Cli.Usage.LanguageChoice.Of(null, new Surroundings { IsChinese = true, Variable = name => name == "LANG" ? "en_US" : null }));
    }
}
