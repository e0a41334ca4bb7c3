using WorkerSample;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.AddFolderWorker();
await builder.Build().RunAsync();
