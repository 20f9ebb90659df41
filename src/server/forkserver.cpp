// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/forkserver.h"

#include "server/descriptor.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <map>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace xs::server {

namespace {

constexpr int control = STDIN_FILENO;

/// In the child. Libraries remember numbers of the parent's descriptors (Qt's event loop wakes itself by one): these
/// must not become the numbers of what the child opens, and lead nowhere.
bool letGoOfDescriptors()
{
    constexpr int first = STDERR_FILENO + 1, end = 64;
    const auto nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere < 0)
        return false;
    for (auto number = first; number < end; ++number)
        if (number != nowhere && ::fcntl(number, F_GETFD) >= 0 && ::dup3(nowhere, number, O_CLOEXEC) < 0)
            return false;
    return ::close_range(end, ~0U, 0) == 0;
}

class ForkServer
{
public:
    ForkServer(std::string folder, const std::function<int()> &work) : m_parent(std::move(folder)), m_work(work) {}
    ~ForkServer();
    int run();

private:
    struct Worker
    {
        quint64 number = 0;
        std::string folder;
    };
    using Workers = std::map<pid_t, Worker>;

    bool obey();
    void start(quint64 number, const Descriptors &descriptors);
    [[noreturn]] void work(const std::string &folder, const Descriptors &descriptors);
    void reap();
    static int bury(const Workers::value_type &worker);

    std::string m_parent;
    const std::function<int()> &m_work;
    sigset_t m_signalsBefore{};
    Workers m_workers;
};

void tell(quint64 number, int status)
{
    const ForkNote note{number, status};
    // When the service is gone, the next call says so.
    (void)sendDatagram(control, &note, sizeof(note));
}

/// The process leads its group as soon as it runs; before that there is only the process itself.
void killGroup(pid_t process)
{
    ::kill(-process, SIGKILL);
    ::kill(process, SIGKILL);
}

std::string makeFolder(const std::string &parent)
{
    auto name = parent + "/worker-XXXXXX";
    return ::mkdtemp(name.data()) ? name : std::string();
}

int ForkServer::run()
{
    sigset_t childSignal;
    sigemptyset(&childSignal);
    sigaddset(&childSignal, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &childSignal, &m_signalsBefore);
    const Descriptor children(::signalfd(-1, &childSignal, SFD_CLOEXEC | SFD_NONBLOCK));
    if (!children)
        return 2;
    for (;;) {
        std::array<pollfd, 2> sources{{{control, POLLIN, 0}, {children.get(), POLLIN, 0}}};
        if (::poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR)
            return 2;
        if (sources[1].revents != 0) {
            signalfd_siginfo info{};
            while (::read(children.get(), &info, sizeof(info)) > 0) {
            }
            reap();
        }
        if (sources[0].revents != 0 && !obey())
            return 0;
    }
}

ForkServer::~ForkServer()
{
    for (const auto &worker : m_workers) {
        killGroup(worker.first);
        bury(worker);
    }
}

/// Does one thing that the service wants. False when the service is gone.
bool ForkServer::obey()
{
    ForkCall call;
    const auto received = receiveDatagram(control, &call, sizeof(call));
    if (!received)
        return false;
    if (call.what == ForkCall::What::Start) {
        start(call.worker, *received);
        return true;
    }
    for (const auto &[process, worker] : m_workers)
        if (worker.number == call.worker)
            killGroup(process);
    return true;
}

void ForkServer::start(quint64 number, const Descriptors &descriptors)
{
    const auto folder = makeFolder(m_parent);
    const auto process = folder.empty() ? -1 : ::fork();
    if (process == 0)
        work(folder, descriptors);
    if (process < 0) {
        ::rmdir(folder.c_str());
        tell(number, ForkNote::neverStarted);
        return;
    }
    m_workers[process] = {number, folder};
}

void ForkServer::work(const std::string &folder, const Descriptors &descriptors)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::setsid();
    ::sigprocmask(SIG_SETMASK, &m_signalsBefore, nullptr);
    const auto isReady = ::chdir(folder.c_str()) == 0 && ::setenv("TMPDIR", folder.c_str(), 1) == 0 &&
                         ::dup2(descriptors[0].get(), STDIN_FILENO) >= 0 &&
                         ::dup2(descriptors[1].get(), STDOUT_FILENO) >= 0 && letGoOfDescriptors();
    // Neither destructors nor handlers of exit: they belong to the fork server.
    ::_exit(isReady ? m_work() : 2);
}

/// A worker stays a zombie until it is buried, so that its number stays its group's. Others are what workers left.
void ForkServer::reap()
{
    for (;;) {
        siginfo_t info{};
        if (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == 0)
            return;
        const auto worker = m_workers.find(info.si_pid);
        if (worker == m_workers.end()) {
            ::waitpid(info.si_pid, nullptr, 0);
            continue;
        }
        const auto status = bury(*worker);
        const auto number = worker->second.number;
        m_workers.erase(worker);
        tell(number, status);
    }
}

/// Ends what the worker has left behind. Returns its status.
int ForkServer::bury(const Workers::value_type &worker)
{
    ::kill(-worker.first, SIGKILL);
    int status = 0;
    while (::waitpid(worker.first, &status, 0) < 0 && errno == EINTR) {
    }
    std::error_code ignored;
    std::filesystem::remove_all(worker.second.folder, ignored);
    return status;
}

} // namespace

int runForkServer(const std::string &folder, const std::function<int()> &work)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    return ForkServer(folder, work).run();
}

} // namespace xs::server
